// The members, found by what they say or show.
#pragma once

#include "sync/journal/journal.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class MembersReader final : public MemberReader {
public:
    MembersReader(database::Connection& connection, TillIdentity self)
        : m_connection{connection}, m_journal{connection}, m_self{std::move(self)}
    {
    }

    [[nodiscard]] std::optional<MemberProfile> find(std::string_view phone_or_card) const override;
    // Of a phone its first digits or its last ones, four at least.
    [[nodiscard]] std::vector<FoundMember> search(std::string_view text, std::int64_t limit) const override;
    [[nodiscard]] PointsView points(const MemberId& member, std::string_view today) const override;
    [[nodiscard]] Money owed(const MemberId& member) const override;
    [[nodiscard]] std::vector<OrderBrief> open_orders(const MemberId& member) const override;
    // At this till: the head office does not send sales down.
    [[nodiscard]] std::vector<Purchase> last_purchases(const MemberId& member, std::int64_t limit) const override;

private:
    database::Connection& m_connection;
    Journal m_journal;
    TillIdentity m_self;
};

} // namespace guitai
