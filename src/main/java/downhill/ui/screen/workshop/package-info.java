/** Where a rule is written, looked at, tried on a quadratic and sent into the race. */
package downhill.ui.screen.workshop;
