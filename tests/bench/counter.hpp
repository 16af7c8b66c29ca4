// A till with everything real but printer, office and window.
#pragma once

#include "terminal/app/till.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/till_store.hpp"

#include <utility>

namespace guitai::bench {

struct MachineClock final : SettableClock {
    SystemClock machine;
    [[nodiscard]] std::int64_t now_ms() const override { return machine.now_ms(); }
    bool set(std::int64_t) override { return false; }
};

struct NoOffice final : SyncPort {
    [[nodiscard]] SyncView status() const override { return {}; }
    void hurry() override {}
};

struct NoPaper final : PrinterStatus {
    [[nodiscard]] bool ok() const override { return true; }
    [[nodiscard]] std::int64_t waiting() const override { return 0; }
    void wake() override {}
};

struct Counter {
    Counter(DataFolder folder, const MachineClock& clock) : store{std::move(folder), clock} {}

    [[nodiscard]] Ports ports(MachineClock& clock)
    {
        return {store.catalogue(),
                store.members(),
                store.staff(),
                store.orders(),
                store.days(),
                store.ledger(),
                pins,
                clock,
                office,
                paper,
                [this] { return store.shop(); }};
    }

    TillStore store;
    Argon2Pins pins;
    NoOffice office;
    NoPaper paper;
};

} // namespace guitai::bench
