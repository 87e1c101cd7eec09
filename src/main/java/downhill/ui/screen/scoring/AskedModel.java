package downhill.ui.screen.scoring;

/**
 * A model that is asked.
 *
 * @param name       as a person called it
 * @param style      its colour and line style
 * @param parameters [P]; null where it has none to be asked with
 */
record AskedModel(String name, int style, double[] parameters) {
}
