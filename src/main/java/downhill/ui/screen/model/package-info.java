/** The model: a card that tells it and a form that changes it. */
package downhill.ui.screen.model;
