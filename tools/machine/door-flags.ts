/**
 * What node is told that runs a door. Most of what the api makes lives for one request: with the room
 * for the young that node gives by itself, a crowd of tills costs a tenth more of its processor.
 */
export const doorFlags = ['--enable-source-maps', '--max-semi-space-size=32'];
