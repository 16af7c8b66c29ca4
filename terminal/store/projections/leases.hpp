// The leases of this till: what the head office granted, what was born here with a sale
// the office could not hear of, what was spent and what went back. A till's memory says
// what of it may be spent.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class LeasesProjection final : public Projection {
public:
    explicit LeasesProjection(TillIdentity self) : m_self{std::move(self)} {}
    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"lease_rows", "lease_row_lots", "brought_leases"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
