#include "terminal/store/readers/people_reader.hpp"

#include "terminal/domain/shop_rules.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"

#include <algorithm>

namespace guitai {
namespace {

std::string select_people(std::string_view rest)
{
    std::string sql{"SELECT s.name, s.role, s.pin_hash, coalesce(t.failed, 0), coalesce(t.last_at_ms, 0)"
                    " FROM staff s LEFT JOIN sign_in_tries t ON t.name = s.name WHERE s.store = ?1 AND s.active = 1"};
    return sql += rest;
}

StaffReader::Person person_at(const database::Statement& row)
{
    StaffReader::Person person;
    read_id(row, 0, person.name);
    person.role = word_at<Role>(row, 1);
    person.pin_hash = row.text(2);
    person.failed_tries = row.integer(3);
    person.last_try_at_ms = row.integer(4);
    return person;
}

} // namespace

std::vector<StaffReader::Person> PeopleReader::people() const
{
    database::Statement find{m_connection, select_people(" ORDER BY s.name")};
    find.bind(1, m_self.store.text);
    std::vector<Person> people;
    while (find.step()) people.push_back(person_at(find));
    // The least powerful first: the one at the pad is most often one of them.
    std::stable_sort(people.begin(), people.end(), [](const Person& a, const Person& b) { return a.role < b.role; });
    return people;
}

std::optional<StaffReader::Person> PeopleReader::find(const StaffName& name) const
{
    database::Statement find{m_connection, select_people(" AND s.name = ?2")};
    bind_all(find, m_self.store, name);
    if (!find.step()) return std::nullopt;
    return person_at(find);
}

StaffReader::PhoneTries PeopleReader::phone_tries() const
{
    database::Statement find{m_connection, "SELECT failed, last_at_ms FROM phone_tries"};
    if (!find.step()) return {};
    return {find.integer(0), find.integer(1)};
}

bool PeopleReader::phone_request_used(const std::string& request) const
{
    database::Statement find{m_connection, "SELECT 1 FROM phone_requests WHERE request = ?1"};
    find.bind(1, request);
    return find.step();
}

std::optional<PlaceSet> PeopleReader::own_place() const
{
    database::Statement find{m_connection, "SELECT name, kind, tax_included, tax_rate, delivery_fee,"
                                           " utc_offset_minutes, test FROM places WHERE place = ?1"};
    find.bind(1, m_self.store.text);
    if (!find.step()) return std::nullopt;
    PlaceSet place;
    place.place = m_self.store;
    place.name = find.text(0);
    place.place_kind = word_at<PlaceKind>(find, 1);
    place.tax_included = find.flag(2);
    place.tax_rate = BasisPoints{find.integer(3)};
    place.delivery_fee = money_at(find, 4);
    place.utc_offset_minutes = find.integer(5);
    place.test = find.flag(6);
    return place;
}

ShopRulesSet PeopleReader::own_rules() const
{
    database::Statement find{m_connection, "SELECT number FROM shop_rules WHERE store = ?1"};
    find.bind(1, m_self.store.text);
    auto event = find.step() ? journal_event(m_journal, office_origin, find.integer(0)) : std::nullopt;
    auto* rules = event ? std::get_if<ShopRulesSet>(&event->body) : nullptr;
    return rules == nullptr ? default_rules(m_self.store) : std::move(*rules);
}

} // namespace guitai
