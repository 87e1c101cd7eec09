/** What all contenders share: a card that tells it and a form that changes it. */
package downhill.ui.screen.training;
