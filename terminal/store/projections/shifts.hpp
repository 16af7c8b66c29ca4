// The takings of this till: by shift, by quarter of an hour, by day report, and
// the sales that were missed.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class ShiftsProjection final : public Projection {
public:
    explicit ShiftsProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"shifts", "shift_tenders", "turnover_by_quarter", "misses", "day_reports"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
