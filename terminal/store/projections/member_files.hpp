// What is kept of members beside their profiles: notes, consents, and what counts for a tier.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class MemberFilesProjection final : public Projection {
public:
    explicit MemberFilesProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"member_notes", "consents", "tier_earnings", "tier_rules"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
