/** What words mean. */
package downhill.ui.screen.glossary;
