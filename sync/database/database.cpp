#include "sync/database/database.hpp"

#include "sync/database/drivers.hpp"

namespace guitai::database {

std::unique_ptr<Connection> open(const std::string& url, Access access)
{
    constexpr std::string_view sqlite{"sqlite:"};
    constexpr std::string_view vfs_mark{"?vfs="};
    if (url.starts_with(sqlite)) {
        const std::string rest{url.substr(sqlite.size())};
        const std::size_t mark{rest.rfind(vfs_mark)};
        if (mark == std::string::npos) return open_sqlite(rest, {}, access, true);
        return open_sqlite(rest.substr(0, mark), rest.substr(mark + vfs_mark.size()), access, false);
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgres(url, access);
    throw DatabaseError{Fault::unreachable, "no database address: \"" + url + "\" (sqlite:PATH or postgresql://…)"};
}

} // namespace guitai::database
