/** How fast and how well the engine trains, and whether it does so for ever: the measurements behind {@code downhill bench}. */
package downhill.cli.bench;
