// The histories of this office: a new one begins whenever its books were put back to an
// older copy, and waits for every till that there may be.
#pragma once

#include "sync/office/projections/projection.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Histories final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"office_histories", "restored_tills"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct History {
    std::int64_t number{0}; // Of the event that began it.
    std::string generation;
    std::string before; // The generation that was put back.
    bool recovering{false};
};
// All but the first, which no event began; the oldest first.
[[nodiscard]] std::vector<History> histories(database::Connection& connection);
// Nothing where the books were never put back.
[[nodiscard]] std::optional<History> latest_history(database::Connection& connection);
[[nodiscard]] bool is_recovering(database::Connection& connection);

struct WaitedTill {
    TillNumber till{0};
    bool shown{false};
    std::int64_t through{0}; // Its journal is to be here up to this.
    bool gone{false};        // Nobody waits for it any more.
};
// Of the latest history, by number; none where the books were never put back.
[[nodiscard]] std::vector<WaitedTill> waited_tills(database::Connection& connection);
// Those of them that have not reported yet: they have not shown what they hold, or not all of their journal is here.
[[nodiscard]] std::vector<TillNumber> unreported_tills(database::Connection& connection);
[[nodiscard]] std::optional<WaitedTill> waited_till(database::Connection& connection, TillNumber till);
// The highest number that was given to a till, as far as is known; 0: none.
[[nodiscard]] TillNumber last_till(database::Connection& connection);

} // namespace guitai::office
