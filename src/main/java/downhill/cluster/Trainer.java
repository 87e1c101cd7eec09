package downhill.cluster;

import downhill.race.document.Experiment;
import downhill.study.Lap;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/** What blocks of trials have in common: enough to train them. */
interface Trainer extends Serializable {
    /**
     * Makes trials ready.
     *
     * @param races documents, whose contenders are called by the trials' numbers
     * @param news  receives what is told of them beside what they come to
     */
    Lap lap(List<Experiment> races, int threads, Consumer<Serializable> news);
}
