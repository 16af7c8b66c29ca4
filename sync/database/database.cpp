#include "sync/database/database.hpp"

#include "sync/database/drivers.hpp"
#include "sync/database/key_file.hpp"

namespace guitai::database {

std::unique_ptr<Connection> open(const std::string& url, Access access)
{
    constexpr std::string_view sqlite{"sqlite:"};
    constexpr std::string_view vfs_mark{"?vfs="};
    constexpr std::string_view key_mark{"?key="};
    if (url.starts_with(sqlite)) {
        const std::string rest{url.substr(sqlite.size())};
        if (const std::size_t key{url.rfind(key_mark)}; key != std::string::npos) {
            return open_sealed(url.substr(0, key), read_key_file(url.substr(key + key_mark.size())), access);
        }
        const std::size_t mark{rest.rfind(vfs_mark)};
        if (mark == std::string::npos) return open_sqlite(rest, {}, access, true);
        return open_sqlite(rest.substr(0, mark), rest.substr(mark + vfs_mark.size()), access, false);
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgres(url, access);
    throw DatabaseError{Fault::unreachable, "no database address: \"" + url + "\" (sqlite:PATH or postgresql://…)"};
}

} // namespace guitai::database
