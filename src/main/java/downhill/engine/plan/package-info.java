/**
 * From graph to instructions: which nodes fuse into one kernel, where each value lives, and in what order things run.
 * Nothing here depends on the number format or on who executes the instructions.
 */
package downhill.engine.plan;
