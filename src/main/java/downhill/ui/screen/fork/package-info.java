/** Branching off: a contender that shares another's course up to a step and differs from there on. */
package downhill.ui.screen.fork;
