package downhill.cli;

import downhill.data.Progress;
import java.nio.file.Path;

/** A way to explain that trains anew, fold by fold, on the rows of a document. */
interface ExplainTraining {
    /**
     * Explains.
     *
     * @param contender name of the one that is trained; null where there is one alone
     * @param out       folder in which what comes of it is to stand; null where nothing is written
     * @throws downhill.words.SaidException of one sentence where it cannot
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    ExplainResult explain(ExplainDocument document, String contender, ExplainOptions options, Path out, Progress progress);

    /** The same of contenders as they were after so many updates; null where it knows the end of the budget alone. */
    default ExplainTraining at(long step) {
        return null;
    }
}
