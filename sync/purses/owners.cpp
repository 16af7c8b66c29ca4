#include "sync/purses/owners.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/purses/tables.hpp"

#include <algorithm>

namespace guitai::purses {
namespace {

using database::Connection;
using database::Statement;

// Facts of the books: "merged/M2" is the number that is kept of M2, "purse/M1" the account of M1 where it is not
// named after her.
constexpr std::string_view merged_fact{"merged/"};
constexpr std::string_view purse_fact{"purse/"};

std::string named(std::string_view prefix, std::string_view member) { return std::string{prefix}.append(member); }

// Names of facts of that kind with that value, less the prefix.
std::vector<std::string> members_with(Connection& connection, std::string_view prefix, const std::string& value)
{
    std::vector<std::string> members;
    Statement find{connection, "SELECT name FROM purse_facts WHERE value = ?1 ORDER BY name"};
    find.bind(1, value);
    while (find.step()) {
        const std::string name{find.text(0)};
        if (name.starts_with(prefix)) members.push_back(name.substr(prefix.size()));
    }
    return members;
}

std::vector<std::string> numbers_of(Connection& connection, const std::string& person)
{
    auto numbers = members_with(connection, merged_fact, person);
    numbers.push_back(person);
    return numbers;
}

std::string purse_of(Connection& connection, const std::string& person)
{
    auto account = fact(connection, named(purse_fact, person));
    return account.empty() ? person : account;
}

void set_purse(Connection& connection, const std::string& person, const std::string& account)
{
    set_fact(connection, named(purse_fact, person), account == person ? "" : account);
}

// What these earned, and what they owe of it, goes from one account into the other.
void carry(Connection& connection, const Event& event, const std::vector<std::string>& people,
           const std::string& from, const std::string& to)
{
    if (from == to) return;
    Part part{connection};
    part.load_account(from);
    part.load_account(to);
    for (const std::string& member : people) purse::member_left(part.book, from, member, to);
    part.save(event.origin, event.number, to);
}

// All that lies there, of whomever it is: what came back to books that forgot who earned it, too.
void pour(Connection& connection, const Event& event, const std::string& from, const std::string& to)
{
    if (from == to) return;
    Part part{connection};
    part.load_account(from);
    part.load_account(to);
    purse::members_merged(part.book, to, from);
    part.save(event.origin, event.number, to);
}

} // namespace

MemberId person_of(Connection& connection, const MemberId& member)
{
    auto kept = fact(connection, named(merged_fact, member.text));
    return kept.empty() ? member : MemberId{std::move(kept)};
}

std::string points_account(Connection& connection, const MemberId& member)
{
    return purse_of(connection, person_of(connection, member).text);
}

std::string account_now(Connection& connection, const std::string& account)
{
    if (is_gift_account(account)) return account;
    if (unit_of(account) == LotUnit::fen) {
        return value_account(person_of(connection, {account.substr(value_account({}).size())}));
    }
    auto now = points_account(connection, {account.substr(0, account.find('/'))});
    // A family's purse keeps its name when the one it was named after leaves.
    const bool is_used{now == account || !people_with(connection, account).empty()};
    return is_used ? account : now;
}

std::vector<std::string> people_with(Connection& connection, const std::string& account)
{
    auto persons = members_with(connection, purse_fact, account);
    const bool is_number{account.find('/') == std::string::npos};
    if (is_number && points_account(connection, {account}) == account) persons.push_back(account);
    std::vector<std::string> people;
    for (const std::string& person : persons) {
        // Under another number now: what was said of her own purse rests until she is parted again.
        if (person_of(connection, {person}).text != person) continue;
        for (std::string& number : numbers_of(connection, person)) people.push_back(std::move(number));
    }
    std::sort(people.begin(), people.end());
    return people;
}

MemberId owner_of(Connection& connection, const std::string& lot)
{
    Statement find{connection, "SELECT member FROM purse_lots WHERE lot = ?1"};
    find.bind(1, lot);
    return find.step() ? MemberId{find.text(0)} : MemberId{};
}

void merge(Connection& connection, const Event& event, const MembersMerged& merged)
{
    const std::string before{points_account(connection, merged.merged)};
    set_fact(connection, named(merged_fact, merged.merged.text), merged.kept.text);
    const std::string now{points_account(connection, merged.merged)};
    if (people_with(connection, before).empty()) pour(connection, event, before, now);
    else carry(connection, event, {merged.merged.text}, before, now);
    pour(connection, event, value_account(merged.merged), value_account(merged.kept));
}

void part(Connection& connection, const Event& event, const MembersParted& parted)
{
    const std::string before{points_account(connection, parted.merged)};
    set_fact(connection, named(merged_fact, parted.merged.text), "");
    const std::string now{points_account(connection, parted.merged)};
    carry(connection, event, {parted.merged.text}, before, now);
    carry(connection, event, {parted.merged.text}, value_account(parted.kept), value_account(parted.merged));
}

void join(Connection& connection, const Event& event, const FamilyJoined& joined)
{
    const std::string before{purse_of(connection, joined.member.text)};
    set_purse(connection, joined.member.text, joined.account);
    carry(connection, event, numbers_of(connection, joined.member.text), before, joined.account);
}

void leave(Connection& connection, const Event& event, const FamilyMemberLeft& left)
{
    set_purse(connection, left.member.text, left.to);
    carry(connection, event, numbers_of(connection, left.member.text), left.account, left.to);
}

} // namespace guitai::purses
