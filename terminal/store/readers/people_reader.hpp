// Who may sign in here, and what the shop is like.
#pragma once

#include "sync/journal/journal.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/identity.hpp"

#include <optional>

namespace guitai {

class PeopleReader final : public StaffReader {
public:
    PeopleReader(database::Connection& connection, TillIdentity self)
        : m_connection{connection}, m_journal{connection}, m_self{std::move(self)}
    {
    }

    [[nodiscard]] std::vector<Person> people() const override;
    [[nodiscard]] std::optional<Person> find(const StaffName& name) const override;

    [[nodiscard]] PhoneTries phone_tries() const override;
    [[nodiscard]] bool phone_request_used(const std::string& request) const override;

    // Nothing until the head office has told of this shop.
    [[nodiscard]] std::optional<PlaceSet> own_place() const;
    // As the head office set them, or the defaults.
    [[nodiscard]] ShopRulesSet own_rules() const;

private:
    database::Connection& m_connection;
    Journal m_journal;
    TillIdentity m_self;
};

} // namespace guitai
