/** Where every contender stands, in numbers, and what is worth knowing about it. */
package downhill.ui.screen.results;
