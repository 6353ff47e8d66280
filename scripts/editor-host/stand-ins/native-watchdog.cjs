// In place of @vscode/native-watchdog, which would have to be compiled. It ends an extension host whose server
// died; here the server's whole process group is ended instead.
'use strict';
exports.start = () => {};
