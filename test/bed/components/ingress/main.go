// An ingress controller with what k3s's chart of Traefik asks of its image: HTTP on port 8000, where requests go by host
// and longest path to the service that an Ingress names, and /ping on port 9000.
package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"sort"
	"strings"
	"sync/atomic"
	"time"
)

const account = "/var/run/secrets/kubernetes.io/serviceaccount/"

type route struct{ host, path, target string }

type ingresses struct {
	Items []struct {
		Metadata struct{ Namespace string }
		Spec     struct {
			Rules []struct {
				Host string
				HTTP struct {
					Paths []struct {
						Path    string
						Backend struct {
							Service struct {
								Name string
								Port struct{ Number int }
							}
						}
					}
				}
			}
		}
	}
}

func main() {
	var routes atomic.Value
	routes.Store([]route{})
	go http.ListenAndServe(":9000", http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) { answer.Write([]byte("OK")) }))
	go func() {
		for ; ; time.Sleep(time.Second) {
			if found, err := read(); err != nil {
				log.Print(err)
			} else {
				routes.Store(found)
			}
		}
	}()
	log.Fatal(http.ListenAndServe(":8000", http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		host := request.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		for _, one := range routes.Load().([]route) {
			if (one.host == "" || one.host == host) && strings.HasPrefix(request.URL.Path, one.path) {
				proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: one.target})
				// Before the node knows a new service, its address leads out of the cluster: no connection is kept.
				proxy.Transport = &http.Transport{DisableKeepAlives: true}
				proxy.ServeHTTP(answer, request)
				return
			}
		}
		http.NotFound(answer, request)
	})))
}

// read asks the API for all Ingresses; of two paths the longer comes first, and a host before none.
func read() ([]route, error) {
	token, err := os.ReadFile(account + "token")
	if err != nil {
		return nil, err
	}
	authority, err := os.ReadFile(account + "ca.crt")
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(authority)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, DisableKeepAlives: true}
	api := net.JoinHostPort(os.Getenv("KUBERNETES_SERVICE_HOST"), os.Getenv("KUBERNETES_SERVICE_PORT"))
	request, _ := http.NewRequest("GET", "https://"+api+"/apis/networking.k8s.io/v1/ingresses", nil)
	request.Header.Set("Authorization", "Bearer "+string(token))
	response, err := (&http.Client{Transport: transport, Timeout: 5 * time.Second}).Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the API answered %s", response.Status)
	}
	var all ingresses
	if err := json.NewDecoder(response.Body).Decode(&all); err != nil {
		return nil, err
	}
	found := []route{}
	for _, item := range all.Items {
		for _, rule := range item.Spec.Rules {
			for _, path := range rule.HTTP.Paths {
				service := path.Backend.Service
				target := fmt.Sprintf("%s.%s.svc.cluster.local:%d", service.Name, item.Metadata.Namespace, service.Port.Number)
				found = append(found, route{rule.Host, path.Path, target})
			}
		}
	}
	sort.SliceStable(found, func(a, b int) bool {
		if (found[a].host == "") != (found[b].host == "") {
			return found[b].host == ""
		}
		return len(found[a].path) > len(found[b].path)
	})
	return found, nil
}
