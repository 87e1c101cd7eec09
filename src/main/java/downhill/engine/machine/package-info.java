/** Chooses the machine that this process computes on. */
package downhill.engine.machine;
