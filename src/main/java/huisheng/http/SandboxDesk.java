package huisheng.http;

import huisheng.access.Principal;
import huisheng.ingest.sandbox.PackInfo;
import huisheng.ingest.sandbox.PackPreview;
import huisheng.ingest.sandbox.PackProgress;
import huisheng.ingest.sandbox.PackRefused;
import huisheng.ingest.sandbox.PackSandbox;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands changes of packs to the sandbox and tells its refusals as problems. */
public final class SandboxDesk implements Sandbox {
    private final PackSandbox packs;

    public SandboxDesk(PackSandbox packs) {
        this.packs = packs;
    }

    @Override
    public Future<List<PackInfo>> list() {
        return packs.list();
    }

    @Override
    public Future<Optional<Text>> text(String pack) {
        return packs.text(pack)
                .map(found -> found.map(text -> new Text(text.info().version(), text.yaml())));
    }

    @Override
    public Future<Optional<List<PackInfo>>> versions(String pack) {
        return packs.versions(pack);
    }

    @Override
    public Future<Optional<PackPreview>> preview(Principal caller, String pack, String yaml, int sample) {
        return packs.preview(caller.scope(), pack, yaml, sample).recover(SandboxDesk::problem);
    }

    @Override
    public Future<Optional<PackInfo>> apply(Principal caller, String pack, String yaml, @Nullable Integer expected) {
        return packs.apply(pack, yaml, caller.name(), expected).recover(SandboxDesk::problem);
    }

    @Override
    public Future<Optional<PackInfo>> rollback(Principal caller, String pack) {
        return packs.rollback(pack, caller.name()).recover(SandboxDesk::problem);
    }

    @Override
    public Future<Optional<PackProgress>> progress(String pack) {
        return packs.progress(pack);
    }

    private static <T> Future<T> problem(Throwable failure) {
        return Future.failedFuture(
                switch (failure) {
                    case PackRefused refused -> refused(refused);
                    case PackSandbox.Conflict conflict -> ProblemException.of(ProblemType.CONFLICT);
                    case PackSandbox.Busy busy -> ProblemException.of(ProblemType.UNAVAILABLE);
                    default -> failure;
                });
    }

    static ProblemException refused(PackRefused refused) {
        ProblemException problem = ProblemException.of(ProblemType.BAD_PACK, refused.item(), refused.reason())
                .with("item", refused.item());
        Integer line = refused.line();
        Integer column = refused.column();
        if (line != null) problem = problem.with("line", line);
        return column == null ? problem : problem.with("column", column);
    }
}
