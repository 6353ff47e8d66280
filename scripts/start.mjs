// npm start: the extension in a VS Code with the sample workspace. Needs the project's own Node.
await import('./start.ts');
