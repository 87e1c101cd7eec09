package downhill.cluster.spark;

import downhill.cluster.Workplace;
import java.io.Serializable;
import org.apache.spark.TaskContext;

/**
 * Where a task of Spark works.
 *
 * @param talk  in which whoever gave the work is asked
 * @param piece of work in that talk
 */
record ExecutorPlace(long talk, long piece, TaskContext task) implements Workplace {
    @Override
    public int threads() {
        return Math.max(1, task.cpus());
    }

    @Override
    public boolean wanted() {
        return !task.isInterrupted();
    }

    @Override
    public Serializable ask(Serializable message) {
        return TalkPlugin.ask(talk, new Chain.Question(piece, message));
    }
}
