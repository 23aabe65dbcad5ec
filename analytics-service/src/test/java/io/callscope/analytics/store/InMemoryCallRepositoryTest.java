package io.callscope.analytics.store;

class InMemoryCallRepositoryTest extends CallRepositoryContract {
    @Override
    CallRepository repository() {
        return new InMemoryCallRepository();
    }
}
