// The running head office: one writer, a few readers, one door.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/http_server.hpp"

#include <functional>
#include <string>

namespace guitai::office {

struct ServeOptions {
    std::string database; // A URL
    ListenOptions listen;
    std::string witness; // A file; empty: beside an SQLite database, and none where PostgreSQL keeps the books.
    std::string assets; // The folder that holds console/; empty: beside the program.
};

// Serves until it is told to end. `listening` hears the URL as soon as requests are
// taken. Refuses as HttpServer::listen and Office::open do; throws DatabaseError.
[[nodiscard]] Result<void> serve(const ServeOptions& options, const std::function<void(const std::string&)>& listening);

} // namespace guitai::office
