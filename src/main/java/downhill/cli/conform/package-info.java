/** Recorded PyTorch trajectories, repeated and compared. */
package downhill.cli.conform;
