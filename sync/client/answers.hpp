// Reading what a head office answers; anything else is `wire.not_an_office`.
#pragma once

#include "sync/client/enrol.hpp"
#include "sync/client/receipt_lookup.hpp"
#include "sync/client/wire.hpp"
#include "sync/events/event.hpp"
#include "sync/journal/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

struct IntakeReceipt {
    std::int64_t cursor{0};
    std::string chain;
};

// Each turns a status other than 200 into the office's own refusal.
[[nodiscard]] Result<IntakeReceipt> read_receipt(const WireAnswer& answer);
[[nodiscard]] Result<Enrolment> read_enrolment(const WireAnswer& answer);
[[nodiscard]] Result<FoundReceipt> read_found_receipt(const WireAnswer& answer);
[[nodiscard]] Result<Recipient> read_recipient(const WireAnswer& answer);
// The event that grants a lease.
[[nodiscard]] Result<Event> read_granted(const WireAnswer& answer);
// Nothing but that it was done.
[[nodiscard]] Result<void> read_done(const WireAnswer& answer);
// The number in Guitai-Head.
[[nodiscard]] Result<std::int64_t> read_head(const WireAnswer& answer);
// How many events of this till the office holds; nothing where it does not say.
[[nodiscard]] std::optional<std::int64_t> read_cursor(const WireAnswer& answer);

// Of an office that was put back to an older copy and wants to be shown what we hold: where its histories began,
// the oldest first. Nothing where it says something else.
[[nodiscard]] std::optional<std::vector<HistoryBegan>> read_histories(const WireAnswer& answer);

} // namespace guitai
