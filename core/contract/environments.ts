/** The environment that every project has without declaring it: the sandbox that comes with the product. */
export const SANDBOX_ENVIRONMENT = 'Sandbox';
