package downhill.cluster.spark;

import downhill.cluster.WorkResult;
import downhill.cluster.Workplace;
import downhill.cluster.Work;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** Does a piece of work where Spark put it. */
record WorkTask<R extends Serializable>(long talk) implements Function<Work<R>, WorkResult<R>> {
    @Override
    public WorkResult<R> call(Work<R> work) {
        return WorkResult.of(work, new Executor(talk, TaskContext.get()));
    }

    record Executor(long talk, TaskContext task) implements Workplace {
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
            return TalkPlugin.ask(talk, message);
        }
    }
}
