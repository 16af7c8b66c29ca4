#include "terminal/store/purse_numbers.hpp"

#include "sync/events/purse_account.hpp"

namespace guitai {
namespace {

// The number that is kept of her.
MemberId person_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT merged_into FROM members WHERE member = ?1"};
    find.bind(1, member.text);
    return find.step() && !find.text(0).empty() ? MemberId{find.text(0)} : member;
}

void add_numbers(database::Connection& connection, const MemberId& person, std::vector<MemberId>& numbers)
{
    database::Statement find{connection, "SELECT member FROM members WHERE merged_into = ?1 AND merged_into <> ''"
                                         " ORDER BY member"};
    find.bind(1, person.text);
    numbers.push_back(person);
    while (find.step()) numbers.push_back({find.text(0)});
}

std::vector<MemberId> sharers_of(database::Connection& connection, const std::string& purse)
{
    database::Statement find{connection, "SELECT member FROM members WHERE account = ?1 AND account <> ''"
                                         " AND merged_into = '' ORDER BY id"};
    find.bind(1, purse);
    std::vector<MemberId> members;
    while (find.step()) members.push_back({find.text(0)});
    return members;
}

} // namespace

std::string purse_of(database::Connection& connection, const MemberId& member)
{
    const MemberId person{person_of(connection, member)};
    database::Statement find{connection, "SELECT account FROM members WHERE member = ?1"};
    find.bind(1, person.text);
    return find.step() && !find.text(0).empty() ? find.text(0) : person.text;
}

std::vector<MemberId> numbers_of(database::Connection& connection, const MemberId& person)
{
    std::vector<MemberId> numbers;
    add_numbers(connection, person, numbers);
    return numbers;
}

std::vector<MemberId> numbers_in(database::Connection& connection, const std::string& purse)
{
    std::vector<MemberId> numbers;
    for (const MemberId& member : sharers_of(connection, purse)) add_numbers(connection, member, numbers);
    if (numbers.empty()) add_numbers(connection, {purse}, numbers);
    return numbers;
}

std::string account_here(database::Connection& connection, const std::string& account)
{
    if (is_gift_account(account)) return account;
    if (unit_of(account) == LotUnit::fen) {
        return value_account(person_of(connection, {account.substr(value_account({}).size())}));
    }
    // A family's purse keeps its name when the one it was named after leaves.
    if (!sharers_of(connection, account).empty()) return account;
    const MemberId owner{account.substr(0, account.find('/'))};
    auto now = purse_of(connection, owner);
    // The family that had it is one no more, and she has another of her own: it is nobody's.
    const bool was_left{account == owner.text && now.starts_with(owner.text + '/')};
    return was_left ? account : now;
}

} // namespace guitai
