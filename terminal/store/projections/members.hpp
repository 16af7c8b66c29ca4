// Who the members are, as far as this till has heard.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class MembersProjection final : public Projection {
public:
    explicit MembersProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"members", "corrections_unheard", "erased_members"};
    }
    [[nodiscard]] std::vector<std::string_view> search_tables() const override { return {"member_words"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
