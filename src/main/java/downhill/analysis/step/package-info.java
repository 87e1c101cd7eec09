/** Single steps with their numbers: what went into an update, term by term, and what a rule remembers. */
package downhill.analysis.step;
