/** The workspace Explain: why a model says what it says, when it learned that, and what would change its mind. */
package downhill.ui.screen.explain;
