/**
 * The same cases in every run, so that a run that fails fails again. New ones are looked for by `npm run fuzz`, and
 * wherever a seed is given.
 */
import fc from 'fast-check';

const given = Number(process.env['WRAPSMITH_FUZZ_SEED']);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number.isInteger(given) && given !== 0 ? given : 20_261_120 });
