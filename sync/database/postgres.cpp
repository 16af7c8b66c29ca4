#include "sync/database/drivers.hpp"

namespace guitai::database {

std::unique_ptr<Connection> open_postgres(const std::string& url, Access /*access*/)
{
    throw DatabaseError{Fault::unreachable, "can not open " + url};
}

} // namespace guitai::database
