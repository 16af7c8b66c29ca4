#include "terminal/store/erased_members.hpp"

namespace guitai {

bool is_erased(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT 1 FROM erased_members WHERE member = ?1"};
    return find.bind(1, member.text).step();
}

std::set<MemberId> all_erased(database::Connection& connection)
{
    std::set<MemberId> members;
    database::Statement find{connection, "SELECT member FROM erased_members"};
    while (find.step()) members.insert({find.text(0)});
    return members;
}

} // namespace guitai
