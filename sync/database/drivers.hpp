// The engines behind open(). Nobody else names them.
#pragma once

#include "sync/database/database.hpp"

#include <memory>
#include <string>

namespace guitai::database {

// `path` is a file or ":memory:"; `vfs` names a registered SQLite VFS or is empty. On disk: other programs may open it.
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::string& path, const std::string& vfs, Access access,
                                                      bool on_disk);
[[nodiscard]] std::unique_ptr<Connection> open_postgres(const std::string& url, Access access);

} // namespace guitai::database
