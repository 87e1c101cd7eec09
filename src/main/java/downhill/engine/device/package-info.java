/** What the engine computes on, and why: processors, graphics cards, native libraries. */
package downhill.engine.device;
