package downhill.ui.screen.lesson.write;

import downhill.race.document.Experiment;
import java.nio.file.Path;
import java.util.List;

/**
 * What a person does now, to be made a step of a lesson.
 *
 * @param experiment that is open
 * @param folder     where relative paths of its data begin; null for the working folder
 * @param views      names that lessons have for what is in view, the first at once
 * @param step       to which its race has come
 */
public record Recorded(Experiment experiment, Path folder, List<String> views, long step) {
}
