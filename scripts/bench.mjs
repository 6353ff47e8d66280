// Measures our language server beside others: npm run bench [-- --quick]. Never a gate: times depend on the machine.
await import('../test/bench/main.ts');
