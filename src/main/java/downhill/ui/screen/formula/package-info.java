/** The rule of the chosen contender: its formula and its numbers. */
package downhill.ui.screen.formula;
