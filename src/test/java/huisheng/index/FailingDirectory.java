package huisheng.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk on which nothing can be written while it fails. */
final class FailingDirectory extends FilterDirectory {
    final AtomicInteger failures = new AtomicInteger();
    volatile boolean failing;

    FailingDirectory(Path path) throws IOException {
        super(FSDirectory.open(path));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        check();
        return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        check();
        super.sync(names);
    }

    private void check() throws IOException {
        if (!failing) return;
        failures.incrementAndGet();
        throw new IOException("the disk is full");
    }
}
