#include "terminal/store/erased_members.hpp"

namespace guitai {

bool is_erased(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT 1 FROM erased_members WHERE member = ?1"};
    return find.bind(1, member.text).step();
}

bool any_erased(database::Connection& connection)
{
    database::Statement find{connection, "SELECT 1 FROM erased_members LIMIT 1"};
    return find.step();
}

} // namespace guitai
