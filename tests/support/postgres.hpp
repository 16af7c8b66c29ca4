// An empty place on the tests' PostgreSQL server, and its end with the test.
//
// packaging/test starts a private server and says where in
// GUITAI_TEST_POSTGRES. Without it (a ctest by hand) there is no PostgreSQL,
// and a test that wants both engines runs on SQLite alone.
#pragma once

#include "sync/database/database.hpp"

#include <cstdlib>
#include <memory>
#include <string>
#include <unistd.h>

namespace guitai::tests {

// The server of this run, or "" where there is none.
inline std::string postgres_server()
{
    const char* url{std::getenv("GUITAI_TEST_POSTGRES")};
    return url == nullptr ? std::string{} : std::string{url};
}

// A schema of its own, so that tests that run side by side never meet.
// Use: `if (postgres_server().empty()) return; FreshPostgres place; auto db = database::open(place.url());`
class FreshPostgres {
public:
    FreshPostgres() : m_server{database::open(postgres_server())} { m_server->run("CREATE SCHEMA " + m_name); }
    // Every connection to url() must be closed by now.
    ~FreshPostgres()
    {
        try {
            m_server->run("SET client_min_messages = warning; DROP SCHEMA " + m_name + " CASCADE");
        } catch (const database::DatabaseError&) {
            // The server is thrown away with all it holds; a leftover hurts nobody.
        }
    }
    FreshPostgres(const FreshPostgres&) = delete;
    FreshPostgres& operator=(const FreshPostgres&) = delete;

    [[nodiscard]] std::string url() const
    {
        const std::string server{postgres_server()};
        const char* const joint{server.find('?') == std::string::npos ? "?" : "&"};
        return server + joint + "options=-csearch_path%3D" + m_name;
    }

private:
    static std::string next_name()
    {
        static int count{0};
        return "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    }

    std::string m_name{next_name()};
    std::unique_ptr<database::Connection> m_server;
};

} // namespace guitai::tests
